using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Facets;

/// <summary>The parts that sentences play in a conversation.</summary>
internal static class DiscourseFacets
{
    /// <summary>What the other side wants.</summary>
    public static readonly Facet Need = new("need", ("需求", "needs"), "need want demand requirement preference request wish intent purpose goal interest expect 需求 诉求 要求 意向 偏好 期望 目的 关注 想要", Cues.Need);

    /// <summary>What worries the other side.</summary>
    public static readonly Facet Concern = new("concern", ("顾虑", "concerns"), "concern objection worry risk problem issue complaint obstacle cause symptom fault pain 顾虑 异议 担心 风险 问题 投诉 障碍 不满 故障 疑虑 痛点 分歧", Cues.Concern);

    /// <summary>What happens next.</summary>
    public static readonly Facet NextStep = new("next", ("后续安排", "next steps"), "next action follow todo step promise commitment plan 下一步 后续 跟进 待办 行动 承诺 安排 计划", Cues.NextStep);

    /// <summary>What was decided.</summary>
    public static readonly Facet Decision = new("decision", ("结果", "outcome"), "decision outcome result resolution solution agreement answer solved status progress 决定 结果 解决 共识 方案 处理 进展 达成", Cues.Decision);

    /// <summary>Why.</summary>
    public static readonly Facet Reason = new("reason", ("理由", "reasons"), "reason evidence ground basis justification why explanation rationale proof support quote analysis 理由 依据 原因 证据 佐证 引用 原话 原文 根据 分析", Cues.Reason);

    /// <summary>What speaks for it.</summary>
    public static readonly Facet Advantage = new("advantage", ("优势", "advantages"), "advantage benefit strength highlight selling pro feature 优势 优点 亮点 卖点 好处 特点", Cues.Advantage);

    /// <summary>What speaks against it.</summary>
    public static readonly Facet Drawback = new("drawback", ("不足", "drawbacks"), "drawback weakness disadvantage con shortcoming 劣势 缺点 不足 短板", Cues.Concern);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Facet> All = [Need, Concern, NextStep, Decision, Reason, Advantage, Drawback];
}
