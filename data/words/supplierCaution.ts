/** What the study of changes of supplier may claim; shown wherever it is. */
export const supplierCaution =
  'Practices choose when to change and to which supplier, and several things change with it: this is what followed, not what the change alone did.';
