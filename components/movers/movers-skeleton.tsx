import { Skeleton, Title } from "@mantine/core";

/** The section's place while it loads. */
export function MoversSkeleton() {
  return (
    <section aria-busy="true" aria-label="What moved it">
      <Title order={2} size="h4" mb={4}>
        What moved it
      </Title>
      <Skeleton height={16} width="60%" mb={12} />
      <Skeleton height={260} />
    </section>
  );
}
