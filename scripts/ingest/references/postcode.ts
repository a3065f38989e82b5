/** A postcode as published, `TS18 1HU`, from a text with any case and spaces; null if it is not one. */
export function asPostcode(text: string): string | null {
  const bare = text.toUpperCase().replace(/\s/g, '');
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(bare)
    ? `${bare.slice(0, -3)} ${bare.slice(-3)}`
    : null;
}
