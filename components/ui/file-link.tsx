import { Button } from "@mantine/core";

type FileLinkProps = { href: string; className?: string | undefined; children: React.ReactNode };

/** Saves the numbers beside it as a file, as quietly as the buttons that it stands among. */
export function FileLink({ href, className, children }: FileLinkProps) {
  return (
    <Button
      className={className}
      component="a"
      href={href}
      download
      variant="transparent"
      size="compact-sm"
      px={0}
    >
      {children}
    </Button>
  );
}
