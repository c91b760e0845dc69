const leftwardScripts = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"];

/**
 * The locale for days and numbers inside English sentences. Those of a script that runs leftward would
 * turn what is around them (`60 ± 5` would be drawn as `5 ± 60`): they are English ones of the region.
 */
export function readerLocale(language: string): string {
  const { script, region } = new Intl.Locale(language).maximize();
  return script && leftwardScripts.includes(script) ? `en-${region ?? "001"}` : language;
}
