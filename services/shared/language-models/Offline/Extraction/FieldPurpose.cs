namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>What a field is for, as far as its name and description tell.</summary>
internal enum FieldPurpose
{
    /// <summary>A facet of the conversation, or something unknown.</summary>
    Facet,

    /// <summary>The conversation in brief.</summary>
    Summary,

    /// <summary>Words to say.</summary>
    Reply,

    /// <summary>What it is about.</summary>
    Topic,

    /// <summary>What a verdict stands on.</summary>
    Reason,

    /// <summary>What follows from a verdict.</summary>
    Advice,

    /// <summary>Who spoke.</summary>
    Speaker,
}
