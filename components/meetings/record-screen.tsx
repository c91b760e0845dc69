"use client";

import { Button, Group, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Allowed } from "@/components/accounts/viewer";
import { WritableWith } from "@/components/accounts/writable-with";
import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Meeting } from "@/lib/contracts/meetings";
import classes from "./meetings.module.css";
import { meetingKey } from "./meetings-query";
import { MinutesForm } from "./minutes-form";
import { type MinutesWriting, saving } from "./use-minutes";

type RecordScreenProps = { meeting: Meeting; writing: MinutesWriting };

/** What was decided, and the end of the meeting. */
export function RecordScreen({ meeting, writing }: RecordScreenProps) {
  const { id, product } = meeting;
  const router = useRouter();
  const queryClient = useQueryClient();
  const isReady = writing.contested.length === 0 && [null, saving].includes(writing.unsaved);
  const close = useMutation({
    mutationFn: async () => {
      const version = await writing.saveAll();
      return sendJson<Meeting>("POST", `/api/meetings/${id}/close`, { version });
    },
    onSuccess: (closed) => {
      queryClient.setQueryData(meetingKey(id), closed);
      router.push(`/products/${product.id}/meetings/${id}/record`);
    },
    onError: (error) => notify({ message: error.message, tone: "error" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["meetings"] }),
  });
  return (
    <>
      <Title order={1} className={classes.headline}>
        What was decided
      </Title>
      <WritableWith right="agree">
        <MinutesForm writing={writing} />
      </WritableWith>
      <Allowed right="agree">
        <Group gap="sm" align="center">
          <Button loading={close.isPending} disabled={!isReady} onClick={() => close.mutate()}>
            Close the meeting
          </Button>
          <Text size="sm" c="dimmed" maw="60ch">
            This writes the record: what was shown, agreed, settled, planned and decided. It stays
            as it is; the next meeting starts from it.
          </Text>
        </Group>
      </Allowed>
    </>
  );
}
