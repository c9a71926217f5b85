namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Why a candidate fell, in words.</summary>
internal static class RejectionWords
{
    /// <summary>The reason as the end of a sentence.</summary>
    public static string Of(RejectionReason reason) => reason switch
    {
        RejectionReason.TooShort => "it is too short",
        RejectionReason.TooLong => "it is too long",
        RejectionReason.PunctuationLed => "it begins with punctuation",
        RejectionReason.Truncated => "it breaks off",
        RejectionReason.WrongLanguage => "it is not in the language that was asked for",
        RejectionReason.BannedWord => "it holds a word that the domain pack bans",
        RejectionReason.Duplicate => "it is too similar to another instruction",
        RejectionReason.NoGain => "it gains nothing over its parent",
        RejectionReason.Refusal => "the model declined",
        RejectionReason.NoContent => "it has no content of its own",
        RejectionReason.Leak => "it repeats the words of the prompt that asked for it",
        RejectionReason.ConversationalReply => "it is a reply, and no instruction",
        RejectionReason.AsksForInput => "it asks for input",
        RejectionReason.MalformedAnswer => "the answer was not the JSON that was asked for",
        RejectionReason.RefusedRequest => "the endpoint refused the request",
        RejectionReason.Surplus => "enough others were there first",
        RejectionReason.Cancelled => "its run was cancelled",
        RejectionReason.Edited => "a person's version took its place",
        RejectionReason.AtGate => "it was rejected at a gate",
        _ => "its dialogue was erased",
    };
}
