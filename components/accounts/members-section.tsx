"use client";

import { Button, NativeSelect, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Member } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import { membersOptions } from "./accounts-query";
import { noRole, productRoleChoices, roleChoices } from "./role-words";
import { useChange } from "./use-change";

type MembersSectionProps = { products: Product[]; personId: string };

/** Who belongs here, as what, here and in each product. */
export function MembersSection({ products, personId }: MembersSectionProps) {
  const { data } = useQuery(membersOptions);
  return (
    <section aria-label="Members">
      <Title order={2} size="h4" mb="xs">
        Members
      </Title>
      <ScrollRegion label="Members and what they may do">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Name</Table.Th>
              <Table.Th scope="col">In the workspace</Table.Th>
              {products.map(({ id, name }) => (
                <Table.Th scope="col" key={id}>
                  {name}
                </Table.Th>
              ))}
              <Table.Th scope="col">Remove</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.items.map((member) => (
              <MemberRow
                key={member.personId}
                member={member}
                products={products}
                isReader={member.personId === personId}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </section>
  );
}

type MemberRowProps = { member: Member; products: Product[]; isReader: boolean };

function MemberRow({ member, products, isReader }: MemberRowProps) {
  const { personId, name, email, role, productRoles } = member;
  const change = useChange();
  const path = `/api/members/${personId}`;
  const become = (standing: object) =>
    change.mutate({ method: "PATCH", path, body: { role, productRoles, ...standing } });
  const becomeIn = (productId: string, chosen: string) => {
    const { [productId]: _, ...others } = productRoles;
    become({ productRoles: chosen === noRole ? others : { ...others, [productId]: chosen } });
  };
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Stack gap={0}>
          <bdi>{name}</bdi>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
        </Stack>
      </Table.Th>
      <Table.Td>
        <NativeSelect
          aria-label={`Role of ${name}`}
          data={roleChoices}
          value={role ?? noRole}
          onChange={({ currentTarget: { value } }) =>
            become({ role: value === noRole ? null : value })
          }
        />
      </Table.Td>
      {products.map((product) => (
        <Table.Td key={product.id}>
          <NativeSelect
            aria-label={`Role of ${name} in ${product.name}`}
            data={productRoleChoices}
            value={productRoles[product.id] ?? noRole}
            onChange={({ currentTarget: { value } }) => becomeIn(product.id, value)}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isReader}
          aria-label={`Remove ${name}`}
          onClick={() => change.mutate({ method: "DELETE", path })}
        >
          Remove
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
