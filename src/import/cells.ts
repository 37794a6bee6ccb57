/** What stands in a cell, whatever the file made of it. */
import type { Raw } from './format.ts';

/** A text without spaces around; undefined when it says nothing. */
export function text(raw: Raw, field: string): string | undefined {
  const value = raw[field];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.replace(/[\s\u00a0]+/g, ' ').trim();
  return trimmed === '' || /^(null|none|n\/a|nan|-)$/i.test(trimmed) ? undefined : trimmed;
}

/** A number, with a point or a French comma. */
export function number(raw: Raw, field: string): number | undefined {
  const value = raw[field];
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const written = text(raw, field)?.replace(',', '.');
  if (written === undefined || !/^[+-]?\d+(\.\d+)?$/.test(written)) return undefined;
  return Number(written);
}

/** A list: an array, or values between `|` or `;`. */
export function list(raw: Raw, field: string): readonly string[] {
  const value = raw[field];
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[|;]/) : [];
  return parts.flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []));
}

/** A list of objects: an array, or the same as JSON in a text, as one export of the Annuaire writes it. */
export function objects(raw: Raw, field: string): readonly Raw[] {
  let value = raw[field];
  if (typeof value === 'string' && /^\s*\[/.test(value)) {
    try {
      value = JSON.parse(value);
    } catch {
      return [];
    }
  }
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** Midnight UTC of a day as `2024-04-02` or `02/04/2024 …`; a day of 1970 stands for "unknown" in several sources. */
export function day(raw: Raw, field: string): number | undefined {
  const written = text(raw, field) ?? '';
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  const french = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(written);
  const [year, month, date] = iso ? iso.slice(1) : french ? french.slice(1).reverse() : [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return Number.isNaN(at) || Number(year) <= 1970 ? undefined : at;
}
