using System.Text.Json.Serialization;

namespace DialInsight.Contracts.PromptAssembly;

/// <summary>The kinds of work a task type can be (Dial-insight, section 2).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaskKind>))]
public enum TaskKind
{
    /// <summary>Facts out of the dialogue.</summary>
    InformationExtraction,

    /// <summary>The dialogue in brief.</summary>
    Summarisation,

    /// <summary>A verdict with its grounds.</summary>
    Judgement,

    /// <summary>What to say next.</summary>
    SpeechGeneration,

    /// <summary>Options side by side.</summary>
    Comparison,
}
