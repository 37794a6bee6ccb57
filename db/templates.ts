/** The port to templates: a sheet with its note, saved by an organisation, which may share it with all. Nobody's number is in it. */

export interface Template {
  readonly id: string;
  readonly orgId: string;
  readonly author: string;
  readonly name: string;
  /** What is filled in again: opaque here. */
  readonly body: string;
  /** Every organisation may use it. */
  readonly shared: boolean;
  readonly at: number;
}

export interface Templates {
  addTemplate(template: Template): Promise<void>;
  /** An organisation's own first, then what others share; by name. */
  templates(orgId: string): Promise<readonly Template[]>;
  /** False for another's, or none. */
  dropTemplate(id: string, orgId: string): Promise<boolean>;
}
