using System.Globalization;
using DialInsight.Client.Domains;
using DialInsight.DomainPacks.Recipes;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Runs;

/// <summary>Puts what a person filled in into the recipe's text. Fields that were left as they were leave the text as it was.</summary>
internal static class RecipeForm
{
    /// <summary>Who decides the gates: by thresholds of one's own, not by a word.</summary>
    public const string Thresholds = "thresholds";

    /// <summary>The formats that a data set can be written in.</summary>
    public static readonly string[] Exports = ["alpaca", "sharegpt", "messages"];

    /// <summary>The levels that a judge gives, the best first.</summary>
    public static readonly string[] Levels = ["high", "medium", "low"];

    /// <summary>What a cell holds.</summary>
    public static readonly string[] CellFields = ["scenario", "task", "target", "weight"];

    /// <summary>The thresholds that decide the gates.</summary>
    public static readonly string[] CurationFields = ["curation.minimumGrounding", "curation.maximumSimilarity", "curation.rounds", "curation.breadthShare"];

    /// <summary>What a data set must reach, besides its richness.</summary>
    public static readonly string[] GateFields = ["gate.minimumFill", "gate.minimumHigh", "gate.maximumUnjudged"];

    // Each may be one number instead of a mapping: where one of them changes, all are written.
    private static readonly string[][] s_together =
    [
        ["gate.minimumRichness.prompt", "gate.minimumRichness.input", "gate.minimumRichness.target"], ["gate.maximumLeakage.personal", "gate.maximumLeakage.split"],
    ];

    private static readonly string[] s_single = ["name", "domain", "language", "seed", "attempts", "instructionsPerCell", "budget.currency", "budget.limit", "judge.samples", "selection.most", "selection.similarity", .. GateFields];

    /// <summary>The keys that fields show; others are kept, and edited as text.</summary>
    public static readonly string[] Known =
        ["name", "domain", "language", "seed", "cells", "attempts", "instructionsPerCell", "curation", "optimiseStructure", "budget", "judge", "selection", "gate", "exports"];

    /// <summary>The draft that a form holds, with its cells added or taken away as the button says.</summary>
    public static RecipeDraft Read(IFormCollection form, Titles titles)
    {
        string text = form["recipe"].ToString().ReplaceLineEndings("\n"), button = form["do"].ToString();
        if (form["as"] != "fields" || EditableRecipe.Parse(text) is not { } recipe)
            return new RecipeDraft(text) { AsFields = button == "fields" };

        recipe = s_together.Aggregate(Choices(Single(recipe, form), form), (changed, paths) => Together(changed, paths, form));
        recipe = Cells(Curation(recipe, form), form, button);
        if (button == "add-cell")
            recipe = Add(recipe, titles.Pack(recipe.Value("domain")));
        return new RecipeDraft(recipe.Text) { AsFields = button != "text", NewCell = button == "add-cell" ? recipe.Count("cells") - 1 : null };
    }

    /// <summary>Who decides the gates: <c>manual</c>, <c>automatic</c>, or thresholds.</summary>
    public static string Curator(EditableRecipe recipe) => recipe.HasFields("curation") ? Thresholds : recipe.Value("curation") ?? "automatic";

    /// <summary>What stands at a place of the form, in the text or by default.</summary>
    public static string Value(EditableRecipe recipe, string path) => path switch
    {
        // A number alone is meant for the prompts, and for both kinds of leakage.
        "gate.minimumRichness.prompt" => recipe.Value(path) ?? recipe.Value("gate.minimumRichness") ?? "",
        "gate.maximumLeakage.personal" or "gate.maximumLeakage.split" => recipe.Value(path) ?? recipe.Value("gate.maximumLeakage") ?? "",
        _ => recipe.Value(path) ?? "",
    };

    private static EditableRecipe Single(EditableRecipe recipe, IFormCollection form) =>
        s_single.Where(form.ContainsKey).Aggregate(recipe, (changed, path) => Put(changed, form, path, path));

    private static EditableRecipe Choices(EditableRecipe recipe, IFormCollection form)
    {
        if (form.ContainsKey("exports-shown"))
            recipe = Chosen(recipe, form, "exports", Exports, Exports);
        if (form.ContainsKey("accept-shown"))
            recipe = Chosen(recipe, form, "judge.accept", Levels, ["high"]);
        bool merges = form["optimiseStructure"] == "true";
        return !form.ContainsKey("optimise-shown") || merges == (recipe.Value("optimiseStructure") == "true") ? recipe : recipe.With("optimiseStructure", merges ? "true" : "false");
    }

    private static EditableRecipe Chosen(EditableRecipe recipe, IFormCollection form, string path, string[] all, string[] standard)
    {
        string[] chosen = [.. all.Where(value => form[path].Contains(value))];
        return chosen.ToHashSet().SetEquals(recipe.Values(path) ?? standard) ? recipe : recipe.WithValues(path, chosen);
    }

    private static EditableRecipe Together(EditableRecipe recipe, string[] paths, IFormCollection form) =>
        paths.All(path => !form.ContainsKey(path) || form[path].ToString().Trim() == Value(recipe, path))
            ? recipe
            : paths.Aggregate(recipe, (changed, path) => changed.With(path, Given(form, path)));

    private static EditableRecipe Curation(EditableRecipe recipe, IFormCollection form)
    {
        string who = form["curation"].ToString();
        if (who is "manual" or "automatic")
            return who == Curator(recipe) ? recipe : recipe.With("curation", who);
        if (who != Thresholds)
            return recipe;
        recipe = CurationFields.Where(form.ContainsKey).Aggregate(recipe, (changed, path) => Put(changed, form, path, path));
        // Without a number of one's own they are the standard ones.
        return recipe.HasFields("curation") ? recipe : recipe.With("curation", "automatic");
    }

    private static EditableRecipe Cells(EditableRecipe recipe, IFormCollection form, string button)
    {
        string[] rows = [.. form["cells"].OfType<string>()];
        if (rows.Length == 0 && !form.ContainsKey("cells-shown"))
            return recipe;
        string[] kept = [.. rows.Where(row => button != $"remove-cell-{row}")];
        recipe = recipe.Arranged("cells", [.. kept.Select(row => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out int at) ? at : (int?)null)]);
        for (int i = 0; i < kept.Length; i++)
        {
            foreach (string field in CellFields)
                recipe = Put(recipe, form, $"cells[{i}].{field}", $"cells[{kept[i]}].{field}");
        }

        return recipe;
    }

    /// <summary>One more cell: the first scenario and task that are not there together yet.</summary>
    private static EditableRecipe Add(EditableRecipe recipe, DomainView? pack)
    {
        int count = recipe.Count("cells");
        HashSet<(string?, string?)> there = [.. Enumerable.Range(0, count).Select(i => (recipe.Value($"cells[{i}].scenario"), recipe.Value($"cells[{i}].task")))];
        (string Scenario, string Task) free = (pack?.Scenarios ?? []).SelectMany(scenario => pack!.TaskTypes.Select(task => (scenario.Id, task.Id))).FirstOrDefault(pair => !there.Contains(pair));
        return recipe.Arranged("cells", [.. Enumerable.Range(0, count).Select(i => (int?)i), null])
            .With($"cells[{count}].scenario", free.Scenario ?? "").With($"cells[{count}].task", free.Task ?? "").With($"cells[{count}].target", "10");
    }

    private static EditableRecipe Put(EditableRecipe recipe, IFormCollection form, string path, string field) =>
        !form.ContainsKey(field) || form[field].ToString().Trim() == Value(recipe, path) ? recipe : recipe.With(path, Given(form, field));

    private static string? Given(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } given ? given : null;
}
