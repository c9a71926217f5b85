namespace DialInsight.DomainPacks.Packs;

/// <summary>The kinds of parts that prompts are assembled from (method: stage 2, templates).</summary>
public enum TemplatePartKind
{
    /// <summary>What the conversation is and where it was held.</summary>
    ScenarioDescription,

    /// <summary>Who speaks, and as whom the model answers.</summary>
    RoleIntroduction,

    /// <summary>What is to be done; holds <c>{{instruction}}</c>.</summary>
    TaskNarrative,

    /// <summary>How to go about it.</summary>
    Guidelines,

    /// <summary>How the output format is led in; holds <c>{{format}}</c>.</summary>
    OutputFormat,

    /// <summary>An example of a good answer.</summary>
    Example,

    /// <summary>What stands around the dialogue; holds <c>{{dialogue}}</c>.</summary>
    DialogueBlock,
}
