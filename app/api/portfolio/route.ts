import { fileHeaders } from "@/app/_server/file-headers";
import { readQuery, route } from "@/app/_server/route";
import { getPortfolioSchema } from "@/lib/contracts/portfolio";
import { portfolioCsv } from "@/lib/contracts/portfolio-csv";
import { getPortfolio } from "@/lib/services/get-portfolio";

export const GET = route(async ({ ctx, request }) => {
  const query = readQuery(request, getPortfolioSchema);
  const portfolio = await getPortfolio({ ctx, input: { query } });
  if (query.format === "json") return Response.json(portfolio);
  return new Response(portfolioCsv(portfolio), {
    headers: fileHeaders("portfolio.csv", "text/csv"),
  });
});
