import type { CreateSource } from "@/lib/contracts/sources";
import { parseJiraProject } from "@/lib/domain/jira-scope";
import { parseJiraSite } from "@/lib/domain/jira-site";
import { parseRepository } from "@/lib/domain/repository-name";

/** What a product made for one place is called at first: the repository, the project or the site. */
export function productNameOf(source: CreateSource): string {
  switch (source.kind) {
    case "github": {
      const repository = parseRepository(source.repository);
      return repository.ok ? repository.name : source.repository;
    }
    case "jira": {
      const project = parseJiraProject(source.project ?? "");
      if (project.ok) return project.project;
      const site = parseJiraSite(source.siteUrl);
      return site.ok ? new URL(site.siteUrl).host : source.siteUrl;
    }
  }
}
