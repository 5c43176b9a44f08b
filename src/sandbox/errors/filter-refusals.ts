import { ApiError } from './api-error.ts';

// The refusals of the query endpoint. The codes were seen on the wire; the texts are reported, or (assumed).

const refused = (code: string, message: string) => new ApiError(400, 'invalid_request_error', code, message);

export const filterRefusals = {
  invalid: (detail: string) => refused('filter_error', `Error in filter. ${detail}`),
  operator: (operator: string) => refused('invalid_filter_operator', `Invalid operator "${operator}"`),
  field: (field: string) => refused('invalid_filter_field', `Invalid field "${field}"`),
  unknownAttribute: (slug: string) => refused('unknown_filter_attribute_slug', `Unknown attribute slug: ${slug}`),
  /** (assumed) code */
  unknownOption: (title: string) => refused('value_not_found', `Unknown select option name "${title}"`),
  /** (assumed) code */
  unknownStatus: (title: string) => refused('value_not_found', `Unknown status name "${title}"`),
  missingSortField: (slug: string) => refused('missing_sort_field', `Missing sort field for attribute "${slug}"`),
};
