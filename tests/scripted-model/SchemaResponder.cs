namespace DialInsight.ScriptedModel;

/// <summary>Answers with something that fits: an instance of the schema asked for, or the table, list or prose that the prompt describes. Text is taken from the prompt's dialogue.</summary>
public static class SchemaResponder
{
    /// <summary>An answer that fits. The same request gets the same answer.</summary>
    public static string Answer(ChatRequest request) => Answer(request, wrongChoices: false);

    /// <summary>An answer that fits but for its choices, if so wished.</summary>
    internal static string Answer(ChatRequest request, bool wrongChoices)
    {
        var said = new Utterances(request.UserText, request.Seed);
        return request.Schema is { } schema ? SchemaInstance.Write(schema, said, wrongChoices) : WordedAnswer.Write(request.UserText, said);
    }
}
