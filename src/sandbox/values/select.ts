import { filterRefusals } from '../errors/filter-refusals.ts';
import { refusals } from '../errors/refusals.ts';
import { choiceField, momentField } from './choice-field.ts';
import type { ValueType } from './value-type.ts';
import { misfit, writtenField } from './written-form.ts';

export const select: ValueType = {
  parse(written, attribute) {
    const wanted = writtenField(written, 'option', attribute, 'string');
    if (typeof wanted !== 'string') throw misfit(attribute, written, 'option', 'string');
    return (directory) => {
      const found = directory.schema.choice(attribute, wanted);
      // An unknown option is an error, never created; an archived one is refused like an unknown one (assumed).
      if (!found || found.isArchived) throw refusals.optionNotFound(wanted);
      return { option_id: found.id };
    };
  },
  key: (fields) => String(fields.option_id),
  read(fields, attribute, { schema }) {
    const choice = schema.choiceById(String(fields.option_id));
    return {
      option: {
        id: {
          workspace_id: schema.workspace.id,
          object_id: schema.holder(attribute).id,
          attribute_id: attribute.id,
          option_id: choice.id,
        },
        title: choice.title,
        is_archived: choice.isArchived,
      },
    };
  },
  words: (fields, _attribute, { schema }) => ({ text: schema.choiceById(String(fields.option_id)).title }),
  filter: {
    fields: { option: choiceField('option_id', filterRefusals.unknownOption), active_from: momentField },
    main: 'option',
    notEmpty: true,
  },
};
