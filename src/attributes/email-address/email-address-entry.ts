import { listPieces, listTextEntry, type ReadPieces, readEach } from '../list-text.ts';
import { emailAddress } from './email-address.ts';

/** `Bo Diaz <bo@acme.com>`, as mail programs copy it, is the address in it; commas in a quoted name are its own. */
const bare = (text: string): string =>
  text.replace(/(?:"[^"\n]*"|[^",;\n])*<\s*([^<>\s]+@[^<>\s]+)\s*>/g, ' $1 ').replace(/\bmailto:/gi, '');

/** The e-mail addresses of a text. */
export const readEmailAddresses: ReadPieces = (text, { multi }) =>
  readEach(multi ? listPieces(bare(text)) : [bare(text).trim()], emailAddress);

export const emailAddressEntry = listTextEntry(readEmailAddresses, 'not_an_email');
