using System.Text.Json;
using DialInsight.Client.Instructions;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Curation;

/// <summary>What people call the things that happen to an instruction.</summary>
internal static class InstructionWords
{
    /// <summary>Where it stands.</summary>
    public static string State(string state, Visit visit) => state switch
    {
        "seeded" => visit["seed", "种子"],
        "curated" => visit["past curation", "已过初选"],
        "evolved" => visit["evolved", "已进化"],
        "screened" => visit["past screening", "已过筛选"],
        "refined" => visit["past refinement", "已过精修"],
        "approved" => visit["approved", "已通过"],
        "rejected" => visit["rejected", "已拒绝"],
        "retired" => visit["retired", "已停用"],
        _ => state,
    };

    /// <summary>Why it fell.</summary>
    public static string Rejection(string reason, Visit visit) => reason switch
    {
        "tooShort" => visit["too short", "过短"],
        "tooLong" => visit["too long", "过长"],
        "punctuationLed" => visit["begins with a sign", "以标点开头"],
        "truncated" => visit["cut off", "不完整"],
        "wrongLanguage" => visit["wrong language", "语言不符"],
        "bannedWord" => visit["a word that cannot be done", "含禁用词"],
        "duplicate" => visit["repeats another", "与其他重复"],
        "noGain" => visit["no gain over its parent", "较上一版无提升"],
        "refusal" => visit["the model declined", "模型拒绝"],
        "noContent" => visit["no content", "无内容"],
        "leak" => visit["speaks of its own making", "泄露改写痕迹"],
        "conversationalReply" => visit["a reply, no instruction", "像回复而非指令"],
        "asksForInput" => visit["asks for input", "索要输入"],
        "malformedAnswer" => visit["answer not readable", "回答无法解析"],
        "refusedRequest" => visit["the endpoint refused", "接口拒绝"],
        "surplus" => visit["more than wanted", "超出所需"],
        "cancelled" => visit["cancelled", "已取消"],
        "edited" => visit["replaced by an edit", "已被改写取代"],
        "atGate" => visit["rejected at a gate", "在关口被拒"],
        "erased" => visit["its dialogue was erased", "对话已删除"],
        _ => reason,
    };

    /// <summary>Why a step was taken: a rule by its name, or somebody's words.</summary>
    public static string? Reason(string? reason, Visit visit)
    {
        string code = JsonNamingPolicy.CamelCase.ConvertName(reason ?? "");
        return Rejection(code, visit) is var words && words != code ? words : reason;
    }

    /// <summary>What made it.</summary>
    public static string Operator(string? name, Visit visit) => name switch
    {
        null => visit["seed", "种子"],
        "add-constraint" => visit["constraint added", "增加约束"],
        "deepen" => visit["deepened", "加深"],
        "concretise" => visit["made concrete", "具体化"],
        "increase-reasoning" => visit["more reasoning", "增加推理"],
        "complicate-input" => visit["input complicated", "复杂化输入"],
        "breadth" => visit["bred in breadth", "拓展广度"],
        "rewrite" => visit["reworded", "改写"],
        _ => name,
    };

    /// <summary>What a gate looks at.</summary>
    public static string Criterion(string name, Visit visit) => name switch
    {
        "grounding" => visit["grounded in the dialogue", "以对话为依据"],
        "ready" => visit["ready to be used", "可直接使用"],
        "more-detailed-than-seed" => visit["more detailed than its seed", "比种子更细致"],
        "similarity" => visit["unlike the others", "与其他不雷同"],
        _ => name,
    };

    /// <summary>Who wrote it.</summary>
    public static string Origin(string origin, Visit visit) => origin == "human" ? visit["written by a person", "人工撰写"] : origin;

    /// <summary>Good, bad, or neither, as a class.</summary>
    public static string Tone(InstructionView instruction) => instruction.State == "approved" ? "good" : instruction.Rejection is null ? "idle" : "bad";
}
