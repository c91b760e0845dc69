import { numbersAnswer } from "@/app/_server/numbers-answer";
import { readQuery, route } from "@/app/_server/route";
import { getPortfolioSchema } from "@/lib/contracts/portfolio";
import { portfolioCsv } from "@/lib/contracts/portfolio-csv";
import { getPortfolio } from "@/lib/services/get-portfolio";

export const GET = route(async ({ ctx, request }) => {
  const query = readQuery(request, getPortfolioSchema);
  const portfolio = await getPortfolio({ ctx, input: { query } });
  return numbersAnswer(portfolio, query.format, { name: "portfolio", csv: portfolioCsv });
});
