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
export const readNotes = ['note:read', 'object_configuration:read', 'record_permission:read'];
export const writeNotes = ['note:read-write', 'object_configuration:read', 'record_permission:read'];
export const deleteNotes = ['note:read-write'];
export const readTasks = ['task:read', 'object_configuration:read', 'record_permission:read', 'user_management:read'];
export const writeTasks = ['task:read-write', 'object_configuration:read', 'record_permission:read', 'user_management:read'];
export const deleteTasks = ['task:read-write'];
export const readWebhooks = ['webhook:read'];
export const writeWebhooks = ['webhook:read-write'];
export const readMembers = ['user_management:read'];
