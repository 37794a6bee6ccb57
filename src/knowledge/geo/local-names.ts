/** Names that everybody says and no commune bears, by the place that they are taken for: its town hall or its centre. */
export const LOCAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  'd:2A': ['Corse'],
  'd:2B': ['Corse'],
  'c:06152': ['Sophia-Antipolis'],
  'c:77132': ["Val d'Europe"],
  'c:77468': ['Marne-la-Vallée'],
  'c:78423': ['Saint-Quentin-en-Yvelines'],
  'c:92062': ['La Défense'],
  'c:95127': ['Cergy-Pontoise'],
};
