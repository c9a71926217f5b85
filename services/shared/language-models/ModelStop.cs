namespace DialInsight.LanguageModels;

/// <summary>Why a model stopped writing.</summary>
public enum ModelStop
{
    /// <summary>It was done.</summary>
    Finished,

    /// <summary>It reached the token limit: the answer is cut off.</summary>
    Length,

    /// <summary>The endpoint's filter stopped it, or it refused in the protocol's own way.</summary>
    Refused,
}
