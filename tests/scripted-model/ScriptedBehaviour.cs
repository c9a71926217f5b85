using System.Text.Json.Serialization;

namespace DialInsight.ScriptedModel;

/// <summary>What a scripted model can do with a call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScriptedBehaviour>))]
public enum ScriptedBehaviour
{
    /// <summary>Answers.</summary>
    Answer,

    /// <summary>Answers without telling the tokens.</summary>
    AnswerWithoutUsage,

    /// <summary>Answers 429.</summary>
    Throttle,

    /// <summary>Answers the rule's status, 500 unless said otherwise.</summary>
    Fail,

    /// <summary>Breaks the connection before it answers.</summary>
    Reset,

    /// <summary>Breaks the connection in the middle of the body.</summary>
    ResetInBody,

    /// <summary>Ends the body early, as if it were whole.</summary>
    Truncate,

    /// <summary>Never answers.</summary>
    Hang,

    /// <summary>Answers 200 with a body that is not JSON.</summary>
    Malform,

    /// <summary>Answers 200 with JSON that is no chat completion.</summary>
    AnswerSomethingElse,

    /// <summary>Answers with a text of 16 MB.</summary>
    Flood,

    /// <summary>Answers half the text, with finish reason <c>length</c>.</summary>
    CutOff,

    /// <summary>Refuses in the protocol's own way.</summary>
    Refuse,

    /// <summary>Is stopped by the content filter.</summary>
    Filter,

    /// <summary>Answers nothing.</summary>
    AnswerNothing,

    /// <summary>Answers with values that no enum of the schema has.</summary>
    AnswerWrongChoices,

    /// <summary>Answers the JSON within a code fence.</summary>
    AnswerFenced,
}
