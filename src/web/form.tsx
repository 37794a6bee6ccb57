/** Forms that need no script: a token each, a label for each field, its error beside it, what was typed kept. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { TOKEN_FIELD, Token } from './token.ts';

/** What was typed and what is wrong with it, by field. */
export interface FormView {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

export interface FormProps {
  readonly action: string;
  readonly children?: ComponentChildren;
  /** The words of its button; none where the children bring theirs. */
  readonly submit?: string;
  /** On one line, among others. */
  readonly inline?: boolean;
  /** It may carry a file: whoever reads it takes that form. */
  readonly files?: boolean;
  /** More about what the button does, for those who hear it out of its place. */
  readonly label?: string;
  readonly kind?: 'secondary' | 'contrast' | 'outline';
}

/** A form that changes something: POST, with the token. */
export function Form({ action, children, submit, inline, files, label, kind }: FormProps) {
  const token = useContext(Token);
  return (
    <form
      method="post"
      action={action}
      {...(inline ? { class: 'inline' } : {})}
      {...(files ? { enctype: 'multipart/form-data' } : {})}
    >
      <input type="hidden" name={TOKEN_FIELD} value={token} />
      {children}
      {submit === undefined ? null : (
        <button type="submit" {...(kind ? { class: kind } : {})} {...(label ? { 'aria-label': label } : {})}>
          {submit}
        </button>
      )}
    </form>
  );
}

export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Below the field. */
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time' | 'month' | 'number' | 'search';
  readonly value?: string;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'tel' | 'email' | 'text';
  readonly maxlength?: number;
  /** Several lines. */
  readonly rows?: number;
  readonly form?: FormView;
}

export function Field(props: FieldProps) {
  const { name, label, hint, type = 'text', required, rows, form } = props;
  const error = form?.errors?.[name];
  const value = form?.values?.[name] ?? props.value ?? '';
  const about = [hint ? `${name}-aide` : '', error ? `${name}-erreur` : '']
    .filter((id) => id !== '')
    .join(' ');
  const common = {
    id: name,
    name,
    ...(required ? { required: true } : {}),
    ...(props.maxlength ? { maxlength: props.maxlength } : {}),
    ...(about === '' ? {} : { 'aria-describedby': about }),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
    ...(props.autocomplete ? { autocomplete: props.autocomplete } : {}),
  };
  return (
    <div>
      <label for={name}>{required ? label : `${label} (facultatif)`}</label>
      {rows === undefined ? (
        <input
          {...common}
          type={type as 'text'}
          // What is secret is typed again.
          value={type === 'password' ? '' : value}
          {...(props.inputmode ? { inputmode: props.inputmode } : {})}
        />
      ) : (
        <textarea {...common} rows={rows}>
          {value}
        </textarea>
      )}
      <Notes name={name} hint={hint} error={error} />
    </div>
  );
}

/** What is below a field: no help and no error, no line. */
function Notes({ name, hint, error }: { name: string; hint: string | undefined; error: string | undefined }) {
  return (
    <>
      {hint ? <small id={`${name}-aide`}>{hint}</small> : null}
      {error ? (
        <p class="error" id={`${name}-erreur`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

export interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly hint?: string;
  readonly form?: FormView;
}

export function Select({ name, label, options, value, hint, form }: SelectProps) {
  const chosen = form?.values?.[name] ?? value;
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name} {...(hint ? { 'aria-describedby': `${name}-aide` } : {})}>
        {options.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === chosen}>
            {one.label}
          </option>
        ))}
      </select>
      <Notes name={name} hint={hint} error={form?.errors?.[name]} />
    </div>
  );
}

/** One box to tick. Several may share a name: the form then sends each value. */
export function Tick(props: {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly value?: string;
  readonly checked?: boolean;
}) {
  const { name, label, value = 'oui', checked } = props;
  return (
    <label>
      <input type="checkbox" name={name} value={value} {...(checked ? { checked: true } : {})} /> {label}
    </label>
  );
}
