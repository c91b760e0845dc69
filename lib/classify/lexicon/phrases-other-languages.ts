import type { Kind } from "@/lib/domain/kind";

/** The usual type labels in other languages; accents may be left out by those who write them. */
export const otherLanguagePhrases: Partial<Record<Kind, readonly string[]>> = {
  new_feature: [
    ...["funktion", "neue funktion", "fonctionnalité", "nouvelle fonctionnalité"],
    ...["funcionalidad", "nueva funcionalidad", "funcionalidade", "nova funcionalidade"],
    ...["功能", "新功能", "功能请求", "功能需求", "需求", "新特性", "特性", "新機能", "機能追加"],
    ...["기능", "새 기능", "기능 요청", "фича", "новая функция", "функционал"],
  ],
  enhancement: [
    ...["verbesserung", "erweiterung", "vorschlag", "amélioration", "mejora", "sugerencia"],
    ...["melhoria", "sugestão", "aprimoramento", "改进", "增强", "优化", "建议", "功能加強"],
    ...[
      "功能增强",
      "改善",
      "要望",
      "提案",
      "개선",
      "제안",
      "улучшение",
      "предложение",
      "доработка",
    ],
  ],
  bug: [
    ...["fehler", "fehlerbehebung", "bogue", "anomalie", "régression", "corrección", "correção"],
    ...["erro", "fallo", "defecto", "缺陷", "错误", "錯誤", "故障", "修复", "バグ", "不具合"],
    ...["버그", "오류", "ошибка", "баг", "исправление"],
  ],
  security: ["sicherheit", "sécurité", "seguridad", "segurança", "安全", "보안", "безопасность"],
  dependency: [
    "abhängigkeiten",
    "dépendances",
    "dependencias",
    "dependências",
    "依赖",
    "зависимости",
  ],
  documentation: [
    ...["dokumentation", "à documenter", "documentación", "documentação", "文档", "文件"],
    ...["文檔", "ドキュメント", "문서", "문서화", "документация"],
  ],
  test: ["prueba", "pruebas", "teste", "测试", "測試", "テスト", "테스트", "тест", "тесты"],
  performance: [
    ...["leistung", "rendimiento", "desempenho", "性能", "性能优化", "パフォーマンス", "성능"],
    ...["производительность", "оптимизация"],
  ],
  chore: ["wartung", "mantenimiento", "manutenção", "维护", "유지보수"],
  refactor: [
    ...["refaktorierung", "refactorización", "refactorisation", "refatoração", "重构", "重構"],
    ...["リファクタリング", "리팩토링", "рефакторинг"],
  ],
  cleanup: ["aufräumen", "nettoyage", "limpieza", "limpeza"],
  debt: ["technische schulden", "dette technique", "deuda técnica", "dívida técnica", "技术债"],
  question: [
    ...["frage", "rückfrage", "pregunta", "duda", "dúvida", "pergunta", "提问", "疑问", "質問"],
    ...["질문", "вопрос"],
  ],
  discussion: [
    "diskussion",
    "discusión",
    "discussão",
    "讨论",
    "討論",
    "議論",
    "토론",
    "обсуждение",
  ],
  duplicate: ["duplikat", "doublon", "duplicado", "重复", "重复的问题", "重複", "중복", "дубликат"],
  invalid: ["ungültig", "invalide", "inválido", "invalido", "无效", "無効"],
  wont_do: ["不处理", "不修复", "対応しない", "не будет исправлено"],
};
