/** Under which the page keeps what the server has told it. */
export const setupKey = ['setup'];
export const settingsKey = ['setup', 'settings'];
export const setupFormKey = ['setup', 'deal-form'];
