/** One piece of a pasted text; `label` is what stands before it or above it, if anything does. */
export interface TextPart {
  label: string | null;
  text: string;
}

/** How a text was put together. Of a table only the first row is a deal of this form. */
export interface TextParts {
  kind: 'table' | 'labelled' | 'line' | 'lines';
  parts: TextPart[];
  /** Rows of a table that are further deals. */
  more: string[];
}

/** No deal is longer; what is, is a document. */
const longestText = 10_000;

/** A cell as spreadsheets copy it: in quotes when it has a quote, a tab or a line break in it. */
const unquoted = (cell: string): string => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim();

/** Rows and cells of a copied range; a line break within quotes is the cell's own. */
const rowsOf = (text: string): string[][] =>
  (text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? []).map((row) =>
    (row.match(/(?:^|\t)(?:"(?:[^"]|"")*"|[^\t]*)/g) ?? []).map((cell) => unquoted(cell.replace(/^\t/, ''))),
  );

const plain = (texts: readonly string[]): TextPart[] =>
  texts.map((text) => ({ label: null, text: text.trim() })).filter(({ text }) => text !== '');

/**
 * Takes a text apart: a row of a spreadsheet (with its header or not), lines of `label: text`, one line with slashes or bars between
 * its pieces, or lines as of a signature. `isLabel` knows what the workspace calls its fields.
 */
export function textParts(pasted: string, isLabel: (text: string) => boolean): TextParts {
  const text = pasted.slice(0, longestText);
  if (text.includes('\t')) {
    const [first = [], second, ...others] = rowsOf(text);
    const named = first.filter((cell) => isLabel(cell)).length;
    const isHeader = second !== undefined && named > 0 && named * 2 >= first.filter((cell) => cell !== '').length;
    if (!isHeader) return { kind: 'table', parts: plain(first), more: [second ?? [], ...others].flatMap(rowText) };
    const parts = second.map((cell, at) => ({ label: first[at] || null, text: cell })).filter((part) => part.text !== '');
    return { kind: 'table', parts, more: others.flatMap(rowText) };
  }
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const labelled = lines.map(labelledPart);
  if (lines.length > 0 && labelled.filter((part) => part.label !== null && isLabel(part.label)).length * 2 > lines.length)
    return { kind: 'labelled', parts: labelled, more: [] };
  const [only = ''] = lines;
  if (lines.length === 1) return { kind: 'line', parts: plain(only.split(/\s+[/|·]\s+|\s*[|;]\s*/)), more: [] };
  return { kind: 'lines', parts: plain(lines.flatMap((line) => line.split(/\s+[|·•]\s+/))), more: [] };
}

const rowText = (row: readonly string[]): string[] => (row.some((cell) => cell !== '') ? [row.filter(Boolean).join(' · ')] : []);

function labelledPart(line: string): TextPart {
  const [, label, text] = /^([^:]{1,60}):\s*(\S.*)$/.exec(line) ?? [];
  return label === undefined || text === undefined || /^\/\//.test(text)
    ? { label: null, text: line }
    : { label: label.trim(), text };
}
