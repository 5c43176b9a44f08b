import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { ApiError, type Issue } from './api-error.ts';

// Every error body of the API is made here, so that a better recording corrects it in one place. Lines marked (assumed)
// are guesses and stand in assumptions.ts too; the others were seen on the wire or in Attio's documents. Messages name
// attributes sometimes by id and sometimes by slug because the real service does.

const invalid = (status: number, code: string, message: string, issues?: readonly Issue[]) =>
  new ApiError(status, 'invalid_request_error', code, message, issues);
const unauthorized = (status: number, message: string) => new ApiError(status, 'auth_error', 'unauthorized', message);
const notFound = (message: string) => invalid(404, 'not_found', message);
const valueNotFound = (message: string) => invalid(400, 'value_not_found', message);
const validation = (message: string, issues?: readonly Issue[]) => invalid(400, 'validation_type', message, issues);

export const refusals = {
  // Who is asking
  noAuthorization: () => unauthorized(401, 'The Authorization header was not provided.'),
  unknownToken: () =>
    unauthorized(401, 'The API Key provided could not be found. This is most commonly caused by the token having been revoked.'),
  wrongTokenLength: () =>
    unauthorized(
      401,
      'The API Key provided was invalid because it was the wrong length (API Keys should be 64 characters long). You might not have copied the entire API key from your Admin panel?',
    ),
  tokenNotRecognised: () => invalid(400, 'missing_value', 'Token was not recognised, it is missing or malformed.'),
  /** (assumed) message */
  missingScope: (scope: string) => unauthorized(403, `This token does not have the required scope "${scope}".`),
  rateLimited: () => new ApiError(429, 'rate_limit_error', 'rate_limit_exceeded', 'Rate limit exceeded, please try again later'),

  // Routes and the shape of requests
  unknownEndpoint: (method: string, path: string) => notFound(`Could not find endpoint "${method} ${path}".`),
  invalidBody: (...issues: Issue[]) => validation('Body payload validation error.', issues),
  /** (assumed) */
  invalidPath: (...issues: Issue[]) => validation('Path params validation error.', issues),
  /** (assumed) */
  invalidQuery: (...issues: Issue[]) => validation('Query params validation error.', issues),
  /** (assumed) */
  unreadableBody: (reason: string) => validation(`Body payload is not valid JSON: ${reason}`),
  /** (assumed) code and text */
  bodyTooLarge: () => invalid(413, 'content_too_large', 'The request body is too large.'),
  /** (assumed) code and text */
  unsupportedContentType: () => invalid(415, 'validation_type', 'The request body must be sent as application/json.'),
  /** (assumed) code and text, as of the next three */
  malformedRequest: () => validation('The request is not valid HTTP.'),
  requestTimedOut: () => invalid(408, 'request_timeout', 'The request did not arrive in time.'),
  expectationFailed: () => invalid(417, 'expectation_failed', 'The only expectation that can be met is 100-continue.'),
  headersTooLarge: () => invalid(431, 'headers_too_large', 'The request headers are too large.'),
  emptyUpdate: () =>
    validation('You passed an empty payload. Please ensure you are updating at least one property in your request.'),
  /** (assumed): no 500 was ever recorded */
  internal: () => new ApiError(500, 'api_error', 'internal_error', 'Something went wrong inside the sandbox.'),

  // Things that are not there
  objectNotFound: (object: string) => notFound(`Object with slug/ID "${object}" not found.`),
  queriedObjectNotFound: () => notFound('The referenced object was not found.'),
  searchedObjectNotFound: (object: string) => valueNotFound(`Object with slug/ID "${object}" not found.`),
  /** The text differs from one operation to the next (official OpenAPI document), here and in the next two. */
  listNotFound: (list: string) => notFound(`List with slug/ID "${list}" not found.`),
  listToAddToNotFound: (list: string) => notFound(`Could not find list with slug/ID "${list}".`),
  listToAssertInNotFound: (list: string) => notFound(`List with slug/ID "${list}" was not found.`),
  /** (assumed) text */
  entryNotFound: (id: string) => notFound(`Entry with ID "${id}" not found.`),
  recordNotFound: (id: string) => notFound(`Record with ID "${id}" not found.`),
  attributeNotFound: (attribute: string) => notFound(`Attribute with slug/ID "${attribute}" not found.`),
  memberNotFound: (id: string) => notFound(`Workspace member with ID "${id}" not found.`),
  noteNotFound: (id: string) => notFound(`Note with ID "${id}" was not found.`),
  taskNotFound: (id: string) => notFound(`Could not find Task with ID "${id}".`),
  webhookNotFound: (id: string) => notFound(`Webhook with ID "${id}" was not found.`),
  webhookToDeleteNotFound: () => notFound('Webhook not found'),
  relatedListNotFound: () => validation('Related list not found'),
  /** (assumed): meetings are documented as things that can be missing, this text is not */
  meetingNotFound: (id: string) => notFound(`Meeting with ID "${id}" not found.`),
  objectDisabled: (id: string) =>
    invalid(
      400,
      'standard_object_disabled',
      `The Standard object with slug/ID "${id}" must be enabled by a Workspace admin before it can be used.`,
    ),

  // Attribute values
  missingValue: (attribute: Attribute) =>
    invalid(400, 'missing_value', `Required value for attribute with ID "${attribute.id}" was not provided.`),
  unknownAttribute: (key: string) => valueNotFound(`Cannot find attribute with slug/ID "${key}".`),
  /** (assumed) code and text for record values */
  readOnlyAttribute: (attribute: Attribute) =>
    invalid(400, 'system_edit_unauthorized', `Cannot write the value of attribute with slug "${attribute.slug}".`),
  /** A null or a wrong kind of JSON: the path starts at the body. */
  invalidJsonKind: (key: string) =>
    refusals.invalidBody({ code: 'invalid', path: ['data', 'values', key], message: 'Invalid input' }),
  /** A written object of the wrong form: paths start at the value. */
  invalidValue: (attribute: Attribute, ...issues: Issue[]) =>
    validation(`An invalid value was passed to attribute with slug "${attribute.slug}".`, issues),
  /** A bare value of the wrong kind. */
  invalidBareValue: (attribute: Attribute) => validation(`Invalid value supplied for attribute with ID "${attribute.id}".`),
  scalarForMultiselect: (attribute: Attribute) => aboutAttribute(attribute, 'Multi-select attribute expects an array'),
  missingTargetObject: (attribute: Attribute) => aboutAttribute(attribute, 'Missing target_object on record reference value'),
  tooManyMatchingAttributes: (attribute: Attribute, keys: readonly string[]) =>
    aboutAttribute(
      attribute,
      `Too many matching attributes on record reference value: ${keys.join(', ')}. Expected only target_object key and one other`,
    ),
  /** (assumed) text */
  severalForSingle: (attribute: Attribute) =>
    invalid(
      400,
      'multiple_values_for_single_value_attribute',
      `Multiple values were provided for single-value attribute with slug "${attribute.slug}".`,
    ),
  /** (assumed) text */
  duplicateValues: (attribute: Attribute) =>
    invalid(400, 'duplicate_values', `Duplicate values were provided for attribute with slug "${attribute.slug}".`),
  statusNotFound: (title: string) => valueNotFound(`Cannot find Status with title "${title}"`),
  /** (assumed) */
  statusIdNotFound: (id: string) => valueNotFound(`Cannot find Status with ID "${id}"`),
  optionNotFound: (title: string) => valueNotFound(`Cannot find select option with title "${title}".`),
  /** (assumed) */
  actorIdNotFound: (id: string) => valueNotFound(`Workspace member with ID "${id}" not found.`),
  /** (assumed) */
  actorEmailNotFound: (email: string) => valueNotFound(`Workspace member with email address "${email}" not found.`),
  /** (assumed) text */
  referenceNotFound: (object: string, wanted: string) =>
    valueNotFound(`Cannot find record of object "${object}" matching ${wanted}.`),
  /** (assumed) text */
  severalReferences: (object: string, wanted: string) =>
    invalid(400, 'multiple_match_results', `Multiple records of object "${object}" match ${wanted}.`),
  uniquenessConflict: (attribute: Attribute) =>
    invalid(
      400,
      'uniqueness_conflict',
      `A value provided for attribute with slug "${attribute.slug}" conflicts with one already in the system. This attribute has a uniqueness constraint. Please ensure all values for this attribute do not exist on another record.`,
    ),

  // Webhooks
  /** Seen on the wire, its text (assumed). */
  webhookTaken: () =>
    invalid(
      409,
      'uniqueness_conflict',
      'A webhook with the same target_url is already subscribed to this event with this filter.',
    ),

  // Assert
  unknownMatchingAttribute: (key: string) => valueNotFound(`No attribute was found for matching_attribute slug/ID "${key}".`),
  matchingAttributeNotUnique: () =>
    invalid(400, 'matching_attribute_definition_not_unique', 'The matching attribute specified is not a unique attribute.'),
  /** (assumed) text */
  severalMatches: (attribute: Attribute) =>
    invalid(400, 'multiple_match_results', `Multiple records match the values of attribute with slug "${attribute.slug}".`),

  // Lists and entries
  parentObjectNotFound: (object: string) => notFound(`Parent object with slug/ID "${object}" not found.`),
  listSlugTaken: (slug: string) => invalid(409, 'slug_conflict', `A list with api_slug "${slug}" already exists.`),
  /** (assumed) code and text */
  nobodyHasFullAccess: () => validation('Lists must grant full access to the workspace or to at least one workspace member.'),
  parentRecordNotFound: (id: string) => valueNotFound(`Parent record with slug/ID "${id}" not found.`),
  /** (assumed) code and text */
  otherParentObject: (object: string) => validation(`Records of object "${object}" cannot be added to this list.`),
  parentIsFixed: () => invalid(400, 'immutable_value', 'The parent record for a list entry cannot be updated once created.'),
  severalEntries: () =>
    invalid(
      400,
      'multiple_match_results',
      'Multiple entries were founds for the given parent record. Please remove duplicates or use the update or create entry endpoints instead.',
    ),

  // Configuration
  objectSlugTaken: () =>
    invalid(409, 'slug_conflict', 'Failed to create object. Please ensure your api_slug and names are unique.'),
  systemAttribute: () => invalid(400, 'system_edit_unauthorized', 'Cannot update a System attribute.'),
  objectOfDefaultNotFound: (object: string) => validation(`Could not find an object with slug "${object}" for default value.`),
  objectRenamedToTaken: () => invalid(409, 'slug_conflict', 'Failed to update object. Please ensure api_slug is unique.'),
  /** (assumed) */
  standardSlug: () => invalid(400, 'system_edit_unauthorized', 'Cannot change the API slug of a standard object.'),
  attributeSlugTaken: ({ kind }: Collection) =>
    invalid(
      409,
      'slug_conflict',
      `An attribute with the same API slug already exists on this ${kind === 'list' ? 'list' : 'Object'}. Please choose a different API slug.`,
    ),
  noHistoryOfComint: () => validation('Cannot set show_historic param to true when querying a COMINT attribute.'),
  /** (assumed) text */
  noHistoryOfEnriched: () => validation('Cannot set show_historic param to true when querying an enriched attribute.'),
  cannotBeUnique: () => validation('Cannot set attribute as unique.'),
  notSelect: () => validation('This attribute is not a select attribute.'),
  notStatus: () => validation('This attribute is not a status attribute.'),
  optionTitleTaken: (title: string) =>
    invalid(409, 'slug_conflict', `There is already another select option with the title "${title}".`),
  statusTitleTaken: (title: string) =>
    invalid(409, 'slug_conflict', `There is already another status with the title "${title}".`),
  optionToChangeNotFound: (title: string) => valueNotFound(`Cannot find select attribute with select option title "${title}".`),
  statusToChangeNotFound: (title: string) => valueNotFound(`Cannot find status attribute with status option title "${title}".`),
};

/** (assumed): the text is reported, where it stands in the body is not; so it stands in both places a client may look. */
function aboutAttribute(attribute: Attribute, message: string): ApiError {
  return validation(message, [{ code: 'invalid', path: ['data', 'values', attribute.slug], message }]);
}
