/** PostgreSQL's classes and codes for a server that cannot be talked to now: gone, going, coming, or full. */
const postgresCode = /^(08...|57P0[1-5]|53...|25006|40...)$/;
/** What the operating system says of a connection. */
const systemCode = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/** SQLite's, for a file that another process holds, or that the disk does not take. */
const sqliteCode = /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN|LOCKED)/;
/** The driver's own, which have no code (pg 8). */
const driverMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether an error of a query means that the data cannot be reached now, and that the same may succeed later. A commit
 * that ended so may have happened or not.
 */
export function isStorageTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [postgresCode, systemCode, sqliteCode].some((pattern) => pattern.test(code)) || driverMessage.test(error.message);
}
