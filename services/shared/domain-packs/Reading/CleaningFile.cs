using DialInsight.DomainPacks.Cleaning;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads cleaning.yaml, which a pack may have.</summary>
internal static class CleaningFile
{
    public const string Name = "cleaning.yaml";

    private static readonly string[] s_signs = ["offer", "urgency", "action", "contact", "opt-out"];

    public static void Read(PackDraft draft)
    {
        if (draft.Files.Exists(Name))
            draft.Files.One(Name, fields => draft.Cleaning = Read(fields));
    }

    /// <summary>Reads the patterns.</summary>
    public static CleaningPatterns Read(YamlFields fields)
    {
        CleaningPatterns patterns = CleaningPatterns.Empty;
        if (fields.Map("boilerplate") is { } boilerplate)
        {
            patterns = patterns with
            {
                Speakers = Words(boilerplate, "speakers"),
                Lines = Patterns(boilerplate, "lines"),
                Sentences = Patterns(boilerplate, "sentences"),
                Prefixes = Prefixes(boilerplate),
                Tokens = Words(boilerplate, "tokens"),
            };
            boilerplate.RefuseOthers();
        }

        if (fields.Map("annotations") is { } annotations)
        {
            patterns = patterns with { Notes = Words(annotations, "brackets"), Asides = Words(annotations, "parentheses"), Tags = Words(annotations, "tags") };
            annotations.RefuseOthers();
        }

        if (fields.Map("advertising") is { } advertising)
        {
            patterns = patterns with { Advertisements = Patterns(advertising, "lines"), Signs = s_signs.ToDictionary(sign => sign, IReadOnlyList<string> (sign) => Words(advertising, sign)) };
            advertising.RefuseOthers();
        }

        if (fields.Map("fillers") is { } fillers)
        {
            patterns = patterns with { Fillers = Words(fillers, "between-commas"), Hesitations = Words(fillers, "anywhere") };
            fillers.RefuseOthers();
        }

        return patterns;
    }

    private static List<string> Words(YamlFields fields, string name)
    {
        List<string> words = [];
        foreach (YamlScalar word in fields.Texts(name))
        {
            if (word.Value.Length < 2 && word.Value.All(char.IsAscii))
                fields.Problem(word.Line, name, $"\"{word.Value}\" is too short: it would be found everywhere");
            words.Add(word.Value);
        }

        return words;
    }

    private static List<TextPattern> Prefixes(YamlFields fields)
    {
        List<TextPattern> prefixes = Patterns(fields, "prefixes");
        foreach (TextPattern prefix in prefixes.Where(prefix => prefix.Source.StartsWith('/') || prefix.Source.EndsWith('}')))
            fields.Problem("prefixes", $"\"{prefix.Source}\" must end in words of its own, and be no regular expression");
        return prefixes;
    }

    private static List<TextPattern> Patterns(YamlFields fields, string name)
    {
        List<TextPattern> patterns = [];
        foreach (YamlScalar text in fields.Texts(name))
        {
            if (TextPattern.Parse(text.Value, out string? problem) is { } pattern)
                patterns.Add(pattern);
            else
                fields.Problem(text.Line, name, $"\"{text.Value}\" {problem}");
        }

        return patterns;
    }
}
