using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads roles.yaml, scenarios.yaml and channels.yaml.</summary>
internal static class PeopleAndPlaces
{
    private const double MaximumWeight = 1_000_000;

    public static void Read(PackDraft draft)
    {
        ReadRoles(draft);
        ReadScenarios(draft);
        ReadChannels(draft);
        if (draft.Scenarios.Count > 0 && draft.Header.DefaultScenario.Length > 0 && !draft.ScenarioIds.All.Contains(draft.Header.DefaultScenario))
        {
            draft.Files.Problem(DomainPackReader.PackFile, draft.Header.DefaultScenarioLine,
                $"defaultScenario \"{draft.Header.DefaultScenario}\" is no scenario of this pack{Yaml.MistypedName.Hint(draft.Header.DefaultScenario, draft.ScenarioIds.All)}");
        }
    }

    private static void ReadRoles(PackDraft draft)
    {
        AliasNames aliases = new("role");
        draft.Files.Each("roles.yaml", fields =>
        {
            string id = draft.RoleIds.Declare(fields);
            draft.Roles.Add(new SpeakerRole
            {
                Id = id,
                Title = Localised.Text(fields, "title", draft.Languages),
                Staff = fields.Flag("staff"),
                Aliases = aliases.Read(fields, id),
            });
        });
    }

    private static void ReadScenarios(PackDraft draft)
    {
        AliasNames aliases = new("scenario");
        draft.Files.Each("scenarios.yaml", fields =>
        {
            string id = draft.ScenarioIds.Declare(fields);
            IReadOnlyList<Yaml.YamlScalar> roles = fields.Texts("roles");
            foreach (Yaml.YamlScalar role in roles)
                draft.RoleIds.Require(fields, "roles", role.Value, role.Line);
            draft.Scenarios.Add(new Scenario
            {
                Id = id,
                Weight = fields.Number("weight", 1, 0, MaximumWeight, above: true),
                Title = Localised.Text(fields, "title", draft.Languages),
                Aliases = aliases.Read(fields, id),
                Keywords = Localised.Words(fields, "keywords", draft.Languages),
                Roles = [.. roles.Select(role => role.Value)],
            });
        });
    }

    private static void ReadChannels(PackDraft draft)
    {
        AliasNames aliases = new("channel");
        draft.Files.Each("channels.yaml", fields =>
        {
            string id = draft.ChannelIds.Declare(fields);
            draft.Channels.Add(new Channel
            {
                Id = id,
                Title = Localised.Text(fields, "title", draft.Languages),
                Aliases = aliases.Read(fields, id),
            });
        });
    }
}
