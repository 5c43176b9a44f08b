// The marks Attio's notes know (docs.attio.com/rest-api/endpoint-reference/notes/create-a-note): headings of three levels,
// lists, four kinds of emphasis, links. Everything else is text.
const HEADING = /^#{1,3}\s+/;
const LIST_ITEM = /^\s*(?:[-*+]|\d+\.)\s+/;
const LINK = /\[([^\]]*)\]\([^)\s]*\)/g;
const EMPHASIS = [/\*\*(?=\S)(.+?)\*\*/g, /~~(?=\S)(.+?)~~/g, /==(?=\S)(.+?)==/g, /\*(?=\S)([^*]+?)\*/g];

/** A note's markdown as plain text: a line for every line with content, without its marks. */
export function plainText(markdown: string): string {
  return markdown
    .split(/\r?\n/)
    .map((line) => line.replace(HEADING, '').replace(LIST_ITEM, '').replace(LINK, '$1'))
    .map((line) => EMPHASIS.reduce((text, mark) => text.replace(mark, '$1'), line).trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
