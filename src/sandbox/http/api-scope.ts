// The scopes Attio's OpenAPI document lists per endpoint, as the routes name them.

export const readRecords = ['record_permission:read', 'object_configuration:read'];
export const writeRecords = ['record_permission:read-write', 'object_configuration:read'];
export const readConfiguration = ['object_configuration:read'];
export const writeConfiguration = ['object_configuration:read-write'];
export const readLists = ['list_configuration:read'];
export const writeLists = ['list_configuration:read-write'];
export const readEntries = ['list_entry:read', 'list_configuration:read'];
export const writeEntries = ['list_entry:read-write', 'list_configuration:read'];
export const readEntriesOfRecord = [...readRecords, 'list_entry:read'];
export const readMembers = ['user_management:read'];
