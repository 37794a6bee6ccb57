/** The whole style of a guidance page: inside it, so that it is one request. Plain enough for a phone of ten years. */
export const STYLE = [
  'html{font:100%/1.5 sans-serif;color:#111;background:#fff}',
  'body{margin:0 auto;max-width:40em;padding:0 .8em 2em;overflow-wrap:anywhere}',
  '.skip{position:absolute;left:-99em}.skip:focus{position:static}',
  'header{padding:.7em 0;border-bottom:1px solid #767676}',
  'h1{font-size:1.5em;line-height:1.2}h2{font-size:1.15em;margin:1.4em 0 .3em}',
  'p,ul{margin:.4em 0}ul{padding-left:1.2em}',
  'a{color:#003a8c}a:focus{outline:3px solid #003a8c;outline-offset:2px}',
  'a[href^="tel:"]{font-weight:bold;white-space:nowrap;display:inline-block;padding:.15em 0}',
  '.place,.danger{border:2px solid #111;padding:.2em .8em;margin:1em 0}',
  'footer,small{font-size:.9em}footer{border-top:1px solid #767676;margin-top:2em}',
  '@media print{a{color:#000}nav,.skip{display:none}h2{break-after:avoid}li,p{break-inside:avoid}}',
].join('');
