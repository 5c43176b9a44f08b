import { listPieces, listTextEntry, type ReadPieces, readEach } from '../list-text.ts';
import { emailAddressAsWritten } from './email-address.ts';

/** One item of a list; commas in a quoted name are its own. */
const items = /(?:"[^"\n]*"|[^,;\n])+/g;

/** `Bo Diaz <bo@acme.com>`, as mail programs copy it, is the address in it. */
const bare = (text: string): string =>
  text.replace(items, (item) => {
    const address = /^<\s*([^<>\s]+@[^<>\s]+)\s*>/.exec(item.slice(Math.max(0, item.lastIndexOf('<'))));
    return (address?.[1] ?? item).replace(/\bmailto:/gi, '');
  });

/** The e-mail addresses of a text. */
export const readEmailAddresses: ReadPieces = (text, { multi }) =>
  readEach(multi ? listPieces(bare(text)) : [bare(text).trim()], emailAddressAsWritten, (address) => address.toLowerCase());

export const emailAddressEntry = listTextEntry(readEmailAddresses, 'not_an_email');
