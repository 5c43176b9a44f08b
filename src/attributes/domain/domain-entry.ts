import { listPieces, listTextEntry, type ReadPieces, readEach } from '../list-text.ts';
import { hostOf } from './host-name.ts';

/** The domains of a text: a web address counts as its host. */
export const readDomains: ReadPieces = (text, { multi }) => readEach(multi ? listPieces(text) : [text.trim()], hostOf);

export const domainEntry = listTextEntry(readDomains, 'not_a_domain');
