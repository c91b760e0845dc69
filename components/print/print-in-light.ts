/** Has pages printed in their light colours: paper is white. Returns the way to end that. */
export function printInLight(): () => void {
  const { dataset } = document.documentElement;
  let shown: string | undefined;
  const begin = () => {
    shown ??= dataset.mantineColorScheme;
    dataset.mantineColorScheme = "light";
  };
  const end = () => {
    if (shown !== undefined) dataset.mantineColorScheme = shown;
    shown = undefined;
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}
