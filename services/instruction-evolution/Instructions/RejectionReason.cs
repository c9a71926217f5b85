namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Why a candidate fell.</summary>
internal enum RejectionReason
{
    /// <summary>Shorter than its language's limit.</summary>
    TooShort,

    /// <summary>Longer than its language's limit.</summary>
    TooLong,

    /// <summary>Begins with punctuation.</summary>
    PunctuationLed,

    /// <summary>Breaks off.</summary>
    Truncated,

    /// <summary>Not in the language that was asked for.</summary>
    WrongLanguage,

    /// <summary>Holds a word that the domain pack bans.</summary>
    BannedWord,

    /// <summary>Too similar to an instruction of the pool, or the same.</summary>
    Duplicate,

    /// <summary>Elimination rule 1: no gain over its parent.</summary>
    NoGain,

    /// <summary>Elimination rule 2: a short refusal.</summary>
    Refusal,

    /// <summary>Elimination rule 3: only punctuation and stop words.</summary>
    NoContent,

    /// <summary>Elimination rule 4: repeats the words of the prompt that asked for it.</summary>
    Leak,

    /// <summary>Failure pattern: answers like a chat partner and ends in a question.</summary>
    ConversationalReply,

    /// <summary>Failure pattern: asks for input instead of instructing.</summary>
    AsksForInput,

    /// <summary>The answer was not the JSON that was asked for.</summary>
    MalformedAnswer,

    /// <summary>The endpoint refused the request for good.</summary>
    RefusedRequest,

    /// <summary>Nothing against it, but enough others were there first; a later batch may take it up.</summary>
    Surplus,

    /// <summary>Its run was cancelled before it was decided; a later batch may take it up.</summary>
    Cancelled,

    /// <summary>A person wrote a better version, which took its place.</summary>
    Edited,

    /// <summary>A person or policy decided so at a gate.</summary>
    AtGate,

    /// <summary>The dialogue that it was made from was erased; its text went with it.</summary>
    Erased,
}
