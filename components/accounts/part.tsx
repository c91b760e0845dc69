import { Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { ReadFailure } from "@/components/ui/read-failure";

type Read = { isError: boolean; data: unknown; error: Error | null; refetch: () => unknown };

type PartProps = { title: string; about: string; read?: Read; children: ReactNode };

/** One matter of the page: its name, what it is, and where it cannot be read, why. */
export function Part({ title, about, read, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {about}
      </Text>
      {read?.isError && !read.data ? (
        <ReadFailure
          title="This could not be read"
          error={read.error}
          onRetry={() => void read.refetch()}
        />
      ) : null}
      {children}
    </section>
  );
}
