using System.Collections.Frozen;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Judging;

/// <summary>Words with which an answer frames what it tells: who said it, in what order, how it is weighed. They need no ground in the dialogue.</summary>
internal static class Framing
{
    private const string Words = """
        客户 客服 经纪人 顾问 业主 租客 用户 医生 患者 发言人 双方 对方 表示 提到 说明 询问 回应 认为 建议 主要 涉及 围绕 进行 沟通 本次 对话 情况 判断 依据 因为 因此 由此
        后续 目前 接下来 核实 第一时间 回复 整理 联系 方便 当面 确认 感谢 耐心 关于 刚才 梳理 理解 想法 关心 记下 信息 相关 对比 方案 态度 积极 意愿 明确 顾虑 偏低 兴趣 尚未 拿定主意
        先正面回应 再谈其他 给出明确的答复 主动追问 背后的原因 逐项确认 写成书面结论 结束前复述一遍 约定 建议先 宜优先处理 推进 重点在 需要答复 需要跟进 一致 工作人员 这一边有说法 两边的说法没有同一口径的数字
        未提及 只谈到 数值更大 结合 同时 另外 总结 摘要 需求 诉求 问题 解决 处理 安排 跟进 结果 理由 优势 不足 风险 时间 价格 位置 面积 户型 数量 评分 要求 有变化 马上 约个时间 来看 应为
        customer agent advisor support speaker client doctor patient both sides said says stated explained asked wanted mentioned mention discussed talked about contacted conversation because verdict ground grounds
        judged speaks clear reservation positive ready interested undecided thank time hello touch thanks talking through understand matter noted point take up established known far besides next check come back suit
        writing let soon anything change agree together detail comparing compared figure larger spoken offered summary step need outcome concern reason advantage drawback price size layout location quantity rating
        answer clear behind lies point repeat agreed settle best staff side sides comparable figures needs followed up recommendation counts
        address issue request needs requested regarding currently follow confirm provide provided information team help
        """;

    private static readonly FrozenSet<ulong> Keys = Make();

    /// <summary>Whether a term only frames.</summary>
    public static bool Holds(ulong key) => Keys.Contains(key);

    private static FrozenSet<ulong> Make()
    {
        HashSet<ulong> keys = Terms.Keys(Words);
        foreach (Facet facet in BusinessFacets.All.Concat(DiscourseFacets.All))
        {
            keys.UnionWith(Terms.Keys(facet.Titles.Chinese));
            keys.UnionWith(Terms.Keys(facet.Titles.English));
        }

        return keys.ToFrozenSet();
    }
}
