/** Two people's texts as one: theirs first, and nothing twice where one holds the other. */
export function joinTexts(theirs: string, mine: string, between: string): string {
  if (theirs.includes(mine)) return theirs;
  return mine.includes(theirs) ? mine : `${theirs}${between}${mine}`;
}
