/** Counts requests per calendar second (docs.attio.com/rest-api/guides/rate-limiting; what the real bucket spans is not told). */
export class RateLimiter {
  private readonly limit: number;
  private second = 0;
  private used = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Takes one request in, or answers when to come back. */
  take(now: Date): Date | undefined {
    const second = Math.floor(now.getTime() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.used = 0;
    }
    this.used += 1;
    return this.used > this.limit ? new Date((second + 1) * 1000) : undefined;
  }
}
