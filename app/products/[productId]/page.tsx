import { redirect } from "next/navigation";

type PageProps = { params: Promise<{ productId: string }> };

export default async function ProductPage({ params }: PageProps) {
  redirect(`/products/${(await params).productId}/balance`);
}
