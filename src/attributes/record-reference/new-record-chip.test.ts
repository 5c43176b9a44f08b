import { describe, expect, it } from 'vitest';
import { exampleField } from '../../contract/testing/example-field.ts';
import { withNewRecords } from './new-record-chip.ts';

const field = (object: string, multi = false) =>
  exampleField(`associated_${object}`, 'record-reference', { multi, config: { currency_code: null, target_objects: [object] } });
const text = (typed: string) => ({ picked: [], text: typed });

describe('What nobody has yet is entered as new', () => {
  it('by its address, under the name that stands before it, or the one that the address says', () => {
    const people = withNewRecords(field('people', true), text('Bo Li <bo@acme.com>, ana.kovac@acme.com'));
    expect(people).toEqual({
      picked: [
        expect.objectContaining({ name: 'Bo Li', new: { object: 'people', name: 'Bo Li', email_address: 'bo@acme.com' } }),
        expect.objectContaining({ name: 'Ana Kovac', details: ['ana.kovac@acme.com'] }),
      ],
      text: '',
    });
    expect(withNewRecords(field('companies'), text('https://www.acme-labs.com/about'))?.picked).toEqual([
      expect.objectContaining({ new: { object: 'companies', name: 'Acme Labs', domain: 'acme-labs.com' } }),
    ]);
  });

  it('without titles and what stands behind a name, and by the part of a host that is somebody’s own', () => {
    const nameOf = (object: string, typed: string) => withNewRecords(field(object, true), text(typed))?.picked[0]?.name;
    expect(nameOf('people', 'Dr. Max Mustermann, CEO <max@acme.com>')).toBe('Max Mustermann');
    expect(nameOf('people', 'Frau Dr.-Ing. Ada van der Berg <ada@acme.com>')).toBe('Ada van der Berg');
    expect(nameOf('people', 'Drew Miss <drew@acme.com>')).toBe('Drew Miss');
    expect(nameOf('people', '"Mustermann, Max" <max@acme.com>')).toBe('Mustermann, Max');
    expect(nameOf('people', '"van der Berg, Ada" <ada.vanderberg@acme.com>')).toBe('van der Berg, Ada');
    expect(nameOf('companies', 'shop.acme-labs.co.uk')).toBe('Acme Labs');
    expect(nameOf('companies', 'müller-söhne.de')).toBeUndefined();
  });

  it('but for a mailbox or a host that is nobody’s own', () => {
    const isNobody = (unique: string) => /^(info@|gmail)/.test(unique);
    expect(withNewRecords(field('people', true), text('info@acme.com'), isNobody)).toBeNull();
    expect(withNewRecords(field('companies'), text('gmail.com'), isNobody)).toBeNull();
    expect(withNewRecords(field('people', true), text('Ada Info <info@acme.com>'), isNobody)?.picked[0]?.name).toBe('Ada Info');
  });

  it('beside what is picked, each once', () => {
    const bo = { id: 'p1', name: 'Bo Li', details: ['bo@acme.com'] };
    const once = withNewRecords(field('people', true), { picked: [bo], text: 'kim@acme.com' });
    expect(once?.picked.map(({ name }) => name)).toEqual(['Bo Li', 'Kim']);
    expect(withNewRecords(field('people', true), { picked: once?.picked ?? [], text: 'kim@acme.com' })?.picked).toHaveLength(2);
  });

  it('not where the text has no address, where there are too many, or where nothing can be made', () => {
    expect(withNewRecords(field('companies'), text('Nobody Knows Ltd'))).toBeNull();
    expect(withNewRecords(field('companies'), text(''))).toBeNull();
    expect(withNewRecords(field('companies'), text('acme.com, globex.com'))).toBeNull();
    expect(withNewRecords(field('companies'), { picked: [{ id: 'c1', name: 'Acme' }], text: 'globex.com' })).toBeNull();
    expect(withNewRecords(field('projects'), text('acme.com'))).toBeNull();
  });
});
