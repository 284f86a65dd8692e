/** For the server and the browser; imports nothing. */
type Booking = { reference?: string; name: string | null; page: string | null };

/**
 * The booking link with name, reference and page filled in, under the names that Cal.com and SavvyCal (`notes`) and
 * Calendly (`a1`, the first question) read; others leave them alone.
 */
export function bookingLink(bookingUrl: string, { reference, name, page }: Booking): string {
  const url = new URL(bookingUrl);
  const notes = [reference, page].filter(Boolean).join(", ");
  if (name) url.searchParams.set("name", name);
  if (notes) {
    url.searchParams.set("notes", notes);
    url.searchParams.set("a1", notes);
  }
  return url.href;
}
