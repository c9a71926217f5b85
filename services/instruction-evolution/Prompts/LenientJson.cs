using System.Text;

namespace DialInsight.InstructionEvolution.Prompts;

/// <summary>
/// Makes JSON of what models write for JSON: in fences or among words, with commas before a closing bracket, raw line breaks in strings, quotes escaped that need
/// not be, or broken off. It never invents a value: what was broken off is closed where it ended.
/// </summary>
internal static class LenientJson
{
    /// <summary>How many opening brackets are tried: words before the JSON may hold some.</summary>
    private const int MostStarts = 8;

    private const int DeepestNesting = 8;

    /// <summary>The values that the text may hold, likeliest first, each with whether it was broken off.</summary>
    public static IEnumerable<(string Json, bool CutOff)> Candidates(string text)
    {
        int start = -1;
        for (int tries = 0; tries < MostStarts; tries++)
        {
            start = text.AsSpan(start + 1).IndexOfAny('{', '[') is var next and >= 0 ? start + 1 + next : -1;
            if (start < 0)
                yield break;
            if (Repair(text.AsSpan(start)) is { } repaired)
                yield return repaired;
        }
    }

    /// <summary>The value that begins the text; null where its brackets do not match.</summary>
    private static (string Json, bool CutOff)? Repair(ReadOnlySpan<char> text)
    {
        StringBuilder json = new(Math.Min(text.Length, 4096));
        Stack<char> closing = new();
        bool inString = false;
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (inString)
            {
                inString = !CopyInString(json, text, ref index);
                continue;
            }

            if (character is '}' or ']')
            {
                if (!closing.TryPop(out char expected) || expected != character)
                    return null;
                DropComma(json);
                json.Append(character);
                if (closing.Count == 0)
                    return (json.ToString(), false);
                continue;
            }

            if (character is '{' or '[')
                closing.Push(character == '{' ? '}' : ']');
            if (closing.Count > DeepestNesting)
                return null;
            inString = character == '"';
            json.Append(character);
        }

        return (Close(json, inString, closing), true);
    }

    /// <summary>Copies one character of a string. True when it ended the string.</summary>
    private static bool CopyInString(StringBuilder json, ReadOnlySpan<char> text, ref int index)
    {
        char character = text[index];
        switch (character)
        {
            case '\\' when index + 1 < text.Length:
                char escaped = text[++index];
                json.Append(escaped is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? "\\" : "").Append(escaped);
                return false;
            case '\\':
                return false;
            case < ' ':
                json.Append(character == '\n' ? "\\n" : " ");
                return false;
            default:
                json.Append(character);
                return character == '"';
        }
    }

    private static string Close(StringBuilder json, bool inString, Stack<char> closing)
    {
        if (inString)
            json.Append('"');
        DropComma(json);
        foreach (char bracket in closing)
            json.Append(bracket);
        return json.ToString();
    }

    private static void DropComma(StringBuilder json)
    {
        int last = json.Length - 1;
        while (last >= 0 && char.IsWhiteSpace(json[last]))
            last--;
        if (last >= 0 && json[last] == ',')
            json.Remove(last, 1);
    }
}
