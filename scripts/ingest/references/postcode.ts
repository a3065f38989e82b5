/** A full postcode with one space before its last three characters, as published; the letters in capitals. */
export const postcodePattern = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;
