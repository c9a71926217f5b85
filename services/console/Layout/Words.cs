using DialInsight.Client.Runs;

namespace DialInsight.WebConsole.Layout;

/// <summary>What people call the things that the services name by a word.</summary>
internal static class Words
{
    /// <summary>Where a run stands.</summary>
    public static string Of(RunState state, Visit visit) => state switch
    {
        RunState.Collecting => visit["collecting transcripts", "正在收集对话"],
        RunState.Running => visit["running", "进行中"],
        RunState.Paused => visit["paused", "已暂停"],
        RunState.Resuming => visit["resuming", "正在恢复"],
        RunState.Completed => visit["being measured", "正在度量"],
        RunState.Released => visit["released", "已发布"],
        RunState.Refused => visit["refused by the gate", "未通过发布门槛"],
        _ => visit["cancelled", "已取消"],
    };

    /// <summary>Good, bad, or under way, as a class.</summary>
    public static string ToneOf(RunState state) => state switch
    {
        RunState.Released => "good",
        RunState.Refused => "bad",
        RunState.Paused or RunState.Cancelled => "idle",
        _ => "busy",
    };

    /// <summary>Where a cell stands.</summary>
    public static string OfCell(string state, Visit visit) => state switch
    {
        "waiting" => visit["waits for instructions", "等待指令"],
        "filling" => visit["filling", "填充中"],
        "filled" => visit["filled", "已填满"],
        "dry" => visit["ran dry", "已枯竭"],
        _ => state,
    };

    /// <summary>A gate.</summary>
    public static string OfGate(string gate, Visit visit) => gate switch
    {
        "curation" => visit["Curation", "初选"],
        "screening" => visit["Screening", "筛选"],
        "refinement" => visit["Refinement", "精修"],
        _ => gate,
    };

    /// <summary>Why a label could not be had.</summary>
    public static string OfFailure(string? kind, Visit visit) => kind switch
    {
        "invalidAnswer" => visit["answer does not fit the format", "回答不符合格式"],
        "refused" => visit["the model refused", "模型拒绝回答"],
        "truncated" => visit["answer was cut off", "回答被截断"],
        "requestRejected" => visit["the endpoint refused the request", "接口拒绝请求"],
        "modelUnavailable" => visit["the model could not be reached", "模型不可用"],
        "deadLetter" => visit["the message could not be worked", "消息无法处理"],
        "keyRefused" => visit["the endpoint refuses the key", "接口拒绝密钥"],
        "erased" => visit["the transcript was erased", "对话已被删除"],
        _ => kind ?? visit["unknown", "未知"],
    };

    /// <summary>A language of conversations.</summary>
    public static string OfLanguage(string language, Visit visit) => language switch
    {
        "zh" => visit["Chinese", "中文"],
        "en" => visit["English", "英文"],
        "other" => visit["another", "其他"],
        _ => language,
    };

    /// <summary>Why a transcript may be of no use.</summary>
    public static string OfDoubt(string reason, Visit visit) => reason switch
    {
        "too-short" => visit["too short", "内容过短"],
        "single-speaker" => visit["one speaker only", "只有一位说话人"],
        "garbled" => visit["garbled", "内容乱码"],
        "other-language" => visit["neither Chinese nor English", "既非中文也非英文"],
        _ => reason,
    };

    /// <summary>What a rule of cleaning takes out.</summary>
    public static string OfCleaning(string rule, Visit visit) => rule switch
    {
        "advertisements" => visit["advertisements", "广告"],
        "annotations" => visit["notes of transcribers", "转写标注"],
        "boilerplate" => visit["system messages and set phrases", "系统消息与套话"],
        "control-characters" => visit["control characters", "控制字符"],
        "empty-turns" => visit["turns without words", "空白轮次"],
        "fillers" => visit["filler words", "口头语"],
        "html" => visit["markup", "网页标记"],
        "repeated-characters" => visit["repeated characters", "重复字符"],
        "repeated-turns" => visit["repeated turns", "重复轮次"],
        _ => rule,
    };

    /// <summary>A service, by what it does.</summary>
    public static string OfService(string service, Visit visit) => service switch
    {
        "platform" => visit["The platform, in one process", "整个平台（单进程）"],
        "ingest" => visit["Ingest", "对话接入"],
        "instruction-evolution" => visit["Instruction evolution", "指令演化"],
        "prompt-assembly" => visit["Prompt assembly", "提示词组装"],
        "labeling" => visit["Labelling", "标注"],
        "quality" => visit["Quality", "质量"],
        _ => service,
    };

    /// <summary>A kind of document that an erasure removes or blanks.</summary>
    public static string OfDocuments(string kind, Visit visit) => kind switch
    {
        "transcripts" => visit["transcripts", "对话"],
        "instructions" => visit["instructions", "指令"],
        "answers" => visit["kept answers of models", "缓存的模型回答"],
        "labels" => visit["labels", "标注"],
        "requests" => visit["requests", "请求"],
        "attempts" => visit["attempts", "尝试"],
        "samples" => visit["samples", "样本"],
        "judgements" => visit["judgements", "评审"],
        "rows" => visit["rows of releases", "发布中的行"],
        "reports" => visit["places in reports", "报告中的引用"],
        _ => kind,
    };

    /// <summary>A level of quality.</summary>
    public static string OfLevel(string? level, Visit visit) => level switch
    {
        "high" => visit["high", "高"],
        "medium" => visit["medium", "中"],
        "low" => visit["low", "低"],
        _ => visit["none", "无"],
    };

    /// <summary>A type of personal data.</summary>
    public static string OfIdentifier(string type, Visit visit) => type switch
    {
        "name" => visit["name", "姓名"],
        "phone" => visit["phone", "电话"],
        "email" => visit["e-mail", "邮箱"],
        "id-card" => visit["identity number", "证件号"],
        "bank-card" => visit["bank card", "银行卡"],
        "passport" => visit["passport", "护照"],
        "plate" => visit["licence plate", "车牌"],
        "account" => visit["account", "账号"],
        "address" => visit["address", "地址"],
        "date-of-birth" => visit["date of birth", "出生日期"],
        "ip" => "IP",
        "url" => visit["web address", "网址"],
        _ => type,
    };
}
