using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Reads a recipe's cells.</summary>
internal static class CellReading
{
    private const int MaximumCells = 1_000;

    public static IReadOnlyList<RecipeCell> Read(YamlFields recipe, DomainPack? pack)
    {
        IReadOnlyList<YamlFields> maps = recipe.Maps("cells");
        if (maps.Count is 0 or > MaximumCells)
            recipe.Problem("cells", $"must hold 1 to {MaximumCells:N0} cells, each {{ scenario, task, target }}");
        HashSet<string> ids = [];
        List<RecipeCell> cells = [];
        foreach (YamlFields map in maps)
        {
            RecipeCell cell = ReadCell(map, pack);
            if (!ids.Add(cell.Id) && cell.Task.Length > 0)
                map.Problem("", $"is {cell.Id} again; each scenario and task may be there once");
            cells.Add(cell);
        }

        return cells;
    }

    private static RecipeCell ReadCell(YamlFields map, DomainPack? pack)
    {
        RecipeCell cell = new()
        {
            Scenario = Name(map, "scenario", pack?.Scenarios.Select(scenario => scenario.Id)),
            Task = Name(map, "task", pack?.TaskTypes.Select(task => task.Id)),
            Target = (int)map.Whole("target", 0, 1, 10_000_000),
            Weight = map.Number("weight", 1, 0, 1_000_000, above: true),
        };
        if (map.Node("target") is null)
            map.Problem("target", "is missing: how many accepted samples are wanted?");
        map.RefuseOthers();
        return cell;
    }

    private static string Name(YamlFields map, string name, IEnumerable<string>? known)
    {
        string value = map.Text(name);
        if (value.Length > 0 && known is not null && !known.Contains(value))
            map.Problem(name, $"\"{value}\" is not in the domain pack{MistypedName.Hint(value, known)}");
        return value;
    }
}
