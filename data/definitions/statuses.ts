/** A practice's functionality status, as numbers (long files) and as text (wide files). */
export const statuses = [
  { code: 2, meaning: 'switched on', texts: ['System Functionality Enabled by Practice'] },
  {
    code: 1,
    meaning: 'available, not switched on',
    texts: [
      'System Functionality Available but not Enabled by Practice',
      'System Functionality Available but Not Enabled by Practice',
      'System Functionality Not Enabled by Practice',
    ],
  },
  {
    code: 0,
    meaning: 'no functionality',
    texts: ['System Functionality not Available', 'No System Functionality Available'],
  },
  { code: 9, meaning: 'unknown', texts: ['System Functionality Status Unknown'] },
] as const;
