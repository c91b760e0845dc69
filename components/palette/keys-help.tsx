"use client";

import { Kbd, Modal, Table, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { aboveDrawers } from "./above-drawers";
import { keySections } from "./keys";
import { useIsMac } from "./use-is-mac";

/** Every key of the product, by where it works. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const isMac = useIsMac();
  return (
    <Modal
      opened={ready && opened}
      onClose={onClose}
      title="Keys"
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 80 }}
      zIndex={aboveDrawers}
      // A page's own single keys would act behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {keySections.map(({ where, keys }) => (
        <section key={where} aria-label={where}>
          <Title order={3} size="h6" mt="sm">
            {where}
          </Title>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {keys.map(({ shown, does }) => (
                <Table.Tr key={does}>
                  <Table.Th scope="row" w={130} fw={400}>
                    {shown.map((key) => (
                      <Kbd key={key} size="xs" mr={4}>
                        {isMac && key === "Ctrl" ? "⌘" : key}
                      </Kbd>
                    ))}
                  </Table.Th>
                  <Table.Td>{does}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Modal>
  );
}
