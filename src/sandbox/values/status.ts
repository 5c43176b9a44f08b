import { filterRefusals } from '../errors/filter-refusals.ts';
import { refusals } from '../errors/refusals.ts';
import { isUuid } from '../workspace/uuid.ts';
import { choiceField, momentField } from './choice-field.ts';
import type { ValueType } from './value-type.ts';
import { misfit, writtenField } from './written-form.ts';

export const status: ValueType = {
  parse(written, attribute) {
    const wanted = writtenField(written, 'status', attribute, 'string');
    if (typeof wanted !== 'string') throw misfit(attribute, written, 'status', 'string');
    return (directory) => {
      const found = directory.schema.choice(attribute, wanted);
      // Archived statuses stay readable, but writing one is refused like an unknown one (assumed).
      if (!found || found.isArchived) throw isUuid(wanted) ? refusals.statusIdNotFound(wanted) : refusals.statusNotFound(wanted);
      return { status_id: found.id };
    };
  },
  key: (fields) => String(fields.status_id),
  read(fields, attribute, { schema }) {
    const choice = schema.choiceById(String(fields.status_id));
    return {
      status: {
        id: {
          workspace_id: schema.workspace.id,
          object_id: schema.holder(attribute).id,
          attribute_id: attribute.id,
          status_id: choice.id,
        },
        title: choice.title,
        is_archived: choice.isArchived,
        target_time_in_status: choice.targetTimeInStatus,
        celebration_enabled: choice.celebrationEnabled,
      },
    };
  },
  words: (fields, _attribute, { schema }) => ({ text: schema.choiceById(String(fields.status_id)).title }),
  filter: {
    fields: { status: choiceField('status_id', filterRefusals.unknownStatus), active_from: momentField },
    main: 'status',
    notEmpty: true,
  },
};
